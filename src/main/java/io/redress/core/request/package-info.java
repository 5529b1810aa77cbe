/** The bodies of requests: JSON read strictly into records, and everything that is wrong with them named at once. */
package io.redress.core.request;
