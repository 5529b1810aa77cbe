/** What guards a model on its way into the live engine. */
package io.redress.redesign;
