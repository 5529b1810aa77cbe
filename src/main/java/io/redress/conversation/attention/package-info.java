/**
 * What a lead should look at before anything goes out by itself: lawyers, press, authorities, abuse, and a customer who
 * has to write or call for the fourth time. Nothing of it ever changes what is owed.
 */
package io.redress.conversation.attention;
