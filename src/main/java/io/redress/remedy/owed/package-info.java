/**
 * The one sum of what is owed for an order: what was affected, less what anybody gave back, never above what was taken.
 */
package io.redress.remedy.owed;
