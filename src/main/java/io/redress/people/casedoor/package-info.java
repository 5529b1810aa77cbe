/** Cases kept from those who must not see them, in all answers of the engine. */
package io.redress.people.casedoor;
