/** What we owe and how it is made good. */
package io.redress.remedy;
