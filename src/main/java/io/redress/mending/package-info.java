/** Cases that nothing moves. */
package io.redress.mending;
