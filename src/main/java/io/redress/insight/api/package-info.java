/** Cases over REST: to read, and for staff to correct. */
package io.redress.insight.api;
