/** The check of forms: whether Tasklist can show them, and whether whoever reads them finds what they look for. */
package io.redress.redesign.form;
