/**
 * People who are or may be hurt or in danger: how that is learned, who hears of it and how often, who has taken it on,
 * and the register of what happened with which article.
 */
package io.redress.verification.safety;
