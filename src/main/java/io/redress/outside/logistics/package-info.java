/** What the carrier knows of a parcel, and the labels that we buy. */
package io.redress.outside.logistics;
