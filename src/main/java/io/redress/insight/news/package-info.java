/** News of cases for other systems: what webhooks are told. */
package io.redress.insight.news;
