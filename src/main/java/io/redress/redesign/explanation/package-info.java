/** Why a case was decided as it was, and what would have changed it, worked out from the tape when somebody asks. */
package io.redress.redesign.explanation;
