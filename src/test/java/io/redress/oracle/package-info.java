/**
 * What is right, found without the code that it judges: orders and histories of their own, and a sum as plain as the rule.
 * Nothing here imports what decides or pays.
 */
package io.redress.oracle;
