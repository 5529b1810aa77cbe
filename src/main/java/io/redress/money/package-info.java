/** Amounts as they are written, by systems and by people, read so that each has one meaning. Knows no other room. */
package io.redress.money;
