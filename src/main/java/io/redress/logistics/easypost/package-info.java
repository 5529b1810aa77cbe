/** Parcels as EasyPost follows them, asked with its own client. */
package io.redress.logistics.easypost;
