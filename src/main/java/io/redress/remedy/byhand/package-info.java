/** Remedies that only a person can bring about. */
package io.redress.remedy.byhand;
