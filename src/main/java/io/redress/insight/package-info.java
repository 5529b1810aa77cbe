/** What people and systems see of cases. */
package io.redress.insight;
