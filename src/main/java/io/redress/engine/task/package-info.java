/** User tasks: submitted forms, what every form may answer, and approvals by another person. */
package io.redress.engine.task;
