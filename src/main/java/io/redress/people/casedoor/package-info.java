/** Cases kept from those who must not see them, in whatever the engine answers. */
package io.redress.people.casedoor;
