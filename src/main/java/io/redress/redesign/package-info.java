/** Models on their way into the live engine. */
package io.redress.redesign;
