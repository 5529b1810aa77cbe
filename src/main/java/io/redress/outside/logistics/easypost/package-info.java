/** Parcels as EasyPost follows them, asked with its own client. */
package io.redress.outside.logistics.easypost;
