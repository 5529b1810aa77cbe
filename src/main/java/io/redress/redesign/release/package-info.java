/** The models of this release, deployed without replacing a manager's own. */
package io.redress.redesign.release;
