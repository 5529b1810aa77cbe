/** Who may decide how much, and who has to agree. */
package io.redress.remedy.authority;
