/** Calls to outside systems, each within a total deadline and the limit of its provider, and the keys they are made with. */
package io.redress.outside.wire;
