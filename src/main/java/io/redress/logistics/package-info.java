/** What the carrier knows of a parcel. */
package io.redress.logistics;
