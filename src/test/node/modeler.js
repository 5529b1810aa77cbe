/* What Camunda Modeler does with files and element templates, by its own libraries, for tests to ask. */

/* The engine whose templates Modeler offers, as it reads it from a diagram. */
const ENGINES = { camunda: '7.24.0' };

async function open(xml, templates = []) {
  const modeler = new BpmnModeler({ container: '#canvas', elementTemplates: { engines: ENGINES } });
  const errors = [];
  modeler.on('elementTemplates.errors', event => errors.push(...event.errors.map(error => error.message)));
  modeler.get('elementTemplatesLoader').setTemplates(templates);
  const { warnings } = await modeler.importXML(xml);
  return { modeler, warnings: warnings.map(warning => warning.message).concat(errors) };
}

async function xmlOf(modeler) {
  const { xml } = await modeler.saveXML({ format: true });
  modeler.destroy();
  return xml;
}

/* Opens a file and saves it unchanged. */
const again = {
  async bpmn(text) {
    const { modeler, warnings } = await open(text);
    return { warnings, text: await xmlOf(modeler) };
  },

  async dmn(text) {
    const modeler = new DmnJS({ container: '#canvas' });
    const { warnings } = await modeler.importXML(text);
    const { xml } = await modeler.saveXML({ format: true });
    modeler.destroy();
    return { warnings: warnings.map(warning => warning.message), text: xml };
  },

  async form(text) {
    const editor = new FormEditor.FormEditor({ container: document.querySelector('#canvas') });
    const { warnings } = await editor.importSchema(JSON.parse(text));
    const schema = editor.saveSchema();
    editor.destroy();
    return { warnings: warnings.map(String), text: JSON.stringify(schema) };
  }
};

/* Puts every template on an element that it is for, and tells what Modeler did not do of it. */
async function applyAll(xml, templates) {
  const { modeler, warnings } = await open(xml, templates);
  const [ elementTemplates, modeling, elementFactory, canvas ] =
    [ 'elementTemplates', 'modeling', 'elementFactory', 'canvas' ].map(name => modeler.get(name));
  const faults = [ ...warnings ];
  for (const template of templates) {
    for (const type of template.appliesTo) {
      const host = type === 'bpmn:BoundaryEvent'
        && modeling.createShape(elementFactory.createShape({ type: 'bpmn:Task' }), { x: 400, y: 400 }, canvas.getRootElement());
      const shape = host
        ? modeling.createShape(elementFactory.createShape({ type }), { x: 450, y: 440 }, host, { attach: true })
        : modeling.createShape(elementFactory.createShape({ type }), { x: 400, y: 400 }, canvas.getRootElement());
      const offered = elementTemplates.getLatest(shape).some(one => one.id === template.id);
      if (offered === Boolean(template.deprecated)) {
        faults.push(`${template.id} is ${offered ? '' : 'not '}offered for ${type}`);
      }
      const made = elementTemplates.applyTemplate(shape, template);
      faults.push(...missing(template, made.businessObject).map(what => `${template.id} on ${type}: ${what}`));
      modeling.removeElements([ made ]);
    }
  }
  modeler.destroy();
  return faults;
}

function missing(template, step) {
  const wrong = [];
  const expect = (what, found, value) => String(found) === String(value) || wrong.push(`${what} is ${found}, not ${value}`);
  const extensions = type => (step.get('extensionElements')?.values ?? []).filter(one => one.$type === type);
  expect('the template', step.get('camunda:modelerTemplate'), template.id);
  if (template.elementType) {
    expect('the type', step.$type, template.elementType.value);
  }
  for (const { binding, value } of template.properties.filter(property => property.value !== undefined)) {
    if (binding.type === 'property') {
      expect(binding.name, step.get(binding.name), value);
    } else if (binding.type === 'camunda:inputParameter') {
      const inputs = extensions('camunda:InputOutput').flatMap(one => one.inputParameters ?? []);
      expect(binding.name, inputs.find(one => one.name === binding.name)?.value, value);
    } else if (binding.type === 'camunda:in:businessKey') {
      expect('business key', extensions('camunda:In').find(one => one.businessKey)?.businessKey, value);
    } else if (binding.type === 'camunda:in') {
      expect(binding.target, extensions('camunda:In').find(one => one.target === binding.target)?.source, value);
    } else if (binding.type === 'camunda:out') {
      expect(binding.source, extensions('camunda:Out').find(one => one.source === binding.source)?.target, value);
    } else {
      wrong.push(`nobody looks at ${binding.type}`);
    }
  }
  return wrong;
}

/* Draws an approval into a flow as a manager does: a task made by the template, a question behind it, two answers. */
async function approvalBefore(xml, templates, flowId, refusedTo) {
  const { modeler, warnings } = await open(xml, templates);
  if (warnings.length) {
    throw new Error(warnings.join());
  }
  const [ registry, modeling, elementTemplates, bpmnFactory ] =
    [ 'elementRegistry', 'modeling', 'elementTemplates', 'bpmnFactory' ].map(name => modeler.get(name));
  const flow = registry.get(flowId);
  const goal = flow.target;
  const at = { x: goal.x + goal.width / 2, y: goal.y - 200 };
  const plain = modeling.appendShape(flow.source, { type: 'bpmn:Task' }, at, flow.source.parent);
  const connection = plain.incoming[0];
  const asked = flow.businessObject.conditionExpression;
  modeling.updateProperties(connection, {
    name: 'yes',
    conditionExpression: bpmnFactory.create('bpmn:FormalExpression', { body: asked.body })
  });
  modeling.removeConnection(flow);
  const template = templates.find(one => one.id === 'io.redress.approval');
  const task = elementTemplates.applyTemplate(plain, template);
  modeling.updateProperties(task, { name: 'Approve goodwill' });
  const gateway = modeling.appendShape(
    task, { type: 'bpmn:ExclusiveGateway' }, { x: at.x + 150, y: at.y }, task.parent);
  modeling.updateProperties(gateway, { name: 'Goodwill approved?' });
  const yes = modeling.connect(gateway, goal);
  modeling.updateProperties(yes, {
    name: 'yes',
    conditionExpression: bpmnFactory.create('bpmn:FormalExpression', { body: "${approval == 'approve'}" })
  });
  const no = modeling.connect(gateway, registry.get(refusedTo));
  modeling.updateProperties(no, { name: 'no' });
  modeling.updateProperties(gateway, { default: no.businessObject });
  return xmlOf(modeler);
}
