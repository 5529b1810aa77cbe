/** Calls to outside systems, each with a total deadline, and the keys they are made with. */
package io.redress.outside.wire;
