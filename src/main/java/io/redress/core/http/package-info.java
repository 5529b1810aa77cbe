/** Bodies of requests read within bounds, and refusals written as problem documents. */
package io.redress.core.http;
