/** The REST doors by which systems start and feed cases. */
package io.redress.intake.api;
