// Draws the diagrams of a page that compares two versions, and marks in them what the server found to differ. All of it
// stands in the page as a table as well, for those who have no script or do not see colours.
(() => {
  'use strict';

  const marks = [...document.querySelectorAll('#marks li')].map((mark) => mark.dataset);

  const draw = async (place) => {
    const answer = await fetch(place.dataset.url, { credentials: 'same-origin' });
    if (!answer.ok) {
      throw new Error(String(answer.status));
    }
    const viewer = new window.BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const elements = viewer.get('elementRegistry');
    const wanted = place.dataset.marks.split(' ');
    for (const { id, kind } of marks) {
      if (wanted.includes(kind) && elements.get(id)) {
        canvas.addMarker(id, `is-${kind}`);
      }
    }
    canvas.zoom('fit-viewport', 'auto');
    place.dataset.drawn = 'true';
  };

  for (const place of document.querySelectorAll('.drawing')) {
    draw(place).catch((failure) => {
      place.textContent = 'This version cannot be drawn; what differs stands in the table.';
      place.dataset.drawn = String(failure);
    });
  }
})();
