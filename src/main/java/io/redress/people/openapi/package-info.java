/** The description of the REST API: what controllers do not say themselves, such as errors, examples and logins. */
package io.redress.people.openapi;
