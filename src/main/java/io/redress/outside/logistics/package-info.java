/** Parcels as the carrier knows them, and the labels that we buy. */
package io.redress.outside.logistics;
