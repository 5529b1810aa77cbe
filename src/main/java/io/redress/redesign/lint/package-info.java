/** The rules that a model must meet before it may be deployed. */
package io.redress.redesign.lint;
