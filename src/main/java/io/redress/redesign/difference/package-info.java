/** What differs between two versions of a file in what it means: elements, rows and fields, and not how they are drawn. */
package io.redress.redesign.difference;
