/** Gathering evidence: who is asked, in which order, and whether it is certain who complains. */
package io.redress.verification.gathering;
