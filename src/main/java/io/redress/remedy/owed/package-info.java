/** The one sum of what is owed for an order: what was affected, less what anybody gave back, never above what was taken. */
@org.springframework.modulith.NamedInterface("owed")
package io.redress.remedy.owed;
