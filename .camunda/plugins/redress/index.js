/* Camunda Modeler's entry: copy this folder into `resources/plugins` of Modeler's folder, and start Modeler anew. */
'use strict';

module.exports = {
  name: 'Redress: what the gate would refuse',
  script: './rules.js'
};
