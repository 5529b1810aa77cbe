/** Cases that stand still: who finds them, the task <i>Mend case</i>, and the ways on. */
package io.redress.mending.standstill;
