/** Something on top of what is due, never instead of it. */
package io.redress.remedy.goodwill;
