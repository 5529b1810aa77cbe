package io.redress.engine.settings;

import java.sql.SQLException;

/** The exception for a database that did not answer, or refused us, while the application started. */
class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
