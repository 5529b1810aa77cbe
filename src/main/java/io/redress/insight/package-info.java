/** What people and systems see of cases: the whole case on one page, for forms and for the API. */
package io.redress.insight;
