/** Cases to be found: lists of them, what somebody may see of them, and what there was before. */
package io.redress.complaint.search;
