// Keeps what somebody is still typing: Enter neither sends nor empties a form, its button does. A line break in a text of
// several lines, a list that is open and a form that says so (data-enter-sends) are as ever.
(() => {
  'use strict';

  // In Camunda's Tasklist only a task's own form is meant, not its search fields.
  const inTasklist = document.querySelector('base[app-name=tasklist]') !== null;
  const TASK_FORM = '.fjs-container, [cam-tasklist-form-camunda], [cam-tasklist-form-generic], [cam-tasklist-form-embedded]';
  const PRESSED = ['submit', 'button', 'image', 'reset', 'file', 'color'];

  const isHalfTyped = (field) =>
    field instanceof HTMLInputElement &&
    !PRESSED.includes(field.type) &&
    (inTasklist ? field.closest(TASK_FORM) : field.form) !== null &&
    !(field.form && field.form.hasAttribute('data-enter-sends'));

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && !event.isComposing && isHalfTyped(event.target)) {
        event.preventDefault();
      }
    },
    true
  );
})();
