/** Groups, permissions, shared filters and the first administrator, prepared before the first request. */
package io.redress.people.setup;
