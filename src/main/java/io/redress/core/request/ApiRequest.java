package io.redress.core.request;

/**
 * The body of a request: a record that says by Bean Validation what it takes. A controller asks for it with
 * {@code @RequestBody}; the same record is the schema in the description of the API.
 */
public interface ApiRequest {}
