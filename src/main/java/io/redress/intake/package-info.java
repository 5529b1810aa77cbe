/** Every door that a complaint comes in by, and every door that a customer has to it afterwards. */
package io.redress.intake;
