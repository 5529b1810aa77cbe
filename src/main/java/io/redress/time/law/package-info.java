/** The clocks that laws and agreements put on a case. */
package io.redress.time.law;
