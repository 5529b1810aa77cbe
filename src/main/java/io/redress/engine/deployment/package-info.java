/** Deployments: what in them differs from what is live, and who hears of them. */
package io.redress.engine.deployment;
