/** The rules that a model must keep before it may be deployed. */
package io.redress.redesign.lint;
