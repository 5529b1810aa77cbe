/** The models of this release, brought in without overriding a manager's own. */
package io.redress.redesign.release;
