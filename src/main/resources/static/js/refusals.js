// Says in words what form-js refuses before a form is sent, beginning with the field's label as what the server refuses does.
// form-js itself says "Field must match pattern ^[A-Z]…", in which a reader finds neither the field nor what is wrong.
(() => {
  'use strict';

  const KNOWN = /^Field (?:is required|must )/;
  const WORDS = [
    [/^Field is required\.$/, () => 'Please fill this in.'],
    [/^Field must match pattern /, () => 'This is not written as the form asks for it.'],
    [/^Field must have minimum value of (.*)\.$/, (least) => `Must be ${least} or more.`],
    [/^Field must have maximum value of (.*)\.$/, (most) => `Must be ${most} or less.`],
    [/^Field must have minimum length of (.*)\.$/, (least) => `Must have at least ${least} characters.`],
    [/^Field must have maximum length of (.*)\.$/, (most) => `Must have at most ${most} characters.`],
    [/phone number/, () => 'Must be a phone number with the country, such as +49 30 664040900.'],
    [/valid email/, () => 'Must be a mail address.'],
  ];

  const labelOf = (entry) => {
    const label = entry.closest('.fjs-form-field')?.querySelector('.fjs-form-field-label');
    if (!label) {
      return '';
    }
    const copy = label.cloneNode(true);
    copy.querySelectorAll('.fjs-asterix, input').forEach((part) => part.remove());
    const text = copy.textContent.trim();
    return text === '' ? '' : text + (/[\p{L}\p{N}]$/u.test(text) ? ': ' : ' ');
  };

  const inWords = (said) => {
    for (const [pattern, words] of WORDS) {
      const found = said.match(pattern);
      if (found) {
        return words(...found.slice(1));
      }
    }
    return said.replace(/^Field m/, 'M');
  };

  const reword = () =>
    document.querySelectorAll('.fjs-form-field-error li').forEach((entry) => {
      const text = entry.firstChild;
      if (text instanceof Text && KNOWN.test(text.data)) {
        text.data = labelOf(entry) + inWords(text.data);
      }
    });

  new MutationObserver(reword).observe(document.documentElement, {
    childList: true,
    characterData: true,
    subtree: true,
  });
})();
