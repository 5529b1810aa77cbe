/* Checks element templates against their published schema, and diagrams by .bpmnlintrc. Asks for the project's folder. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { validate } from '@bpmn-io/element-templates-validator';
import BpmnModdle from 'bpmn-moddle';
import { Linter } from 'bpmnlint';
import NodeResolver from 'bpmnlint/lib/resolver/node-resolver.js';

const project = process.argv[2];
const require = createRequire(import.meta.url);
const faults = [];

async function files(folder, ending) {
  const names = (await readdir(join(project, folder))).filter(name => name.endsWith(ending));
  return Promise.all(names.map(async name => [ name, await readFile(join(project, folder, name), 'utf8') ]));
}

const templates = await files('.camunda/element-templates', '.json');
for (const [ name, text ] of templates) {
  const { valid, errors } = validate(JSON.parse(text));
  if (!valid) {
    faults.push(...errors.map(error => `${name}: ${error.message} at ${error.dataPath}`));
  }
}

/* Our own rules lie beside the templates; everything else is an installed package. */
const installed = new NodeResolver({ require });
const resolver = {
  resolveRule: (plugin, rule) => plugin === 'bpmnlint-plugin-redress' ? ours().rules[rule] : installed.resolveRule(plugin, rule),
  resolveConfig: (plugin, config) =>
    plugin === 'bpmnlint-plugin-redress' ? ours().configs[config] : installed.resolveConfig(plugin, config)
};

function ours() {
  return require(join(project, '.camunda/plugins/redress/rules.js'));
}

const config = JSON.parse(await readFile(join(project, '.bpmnlintrc'), 'utf8'));
const diagrams = await files(process.argv[3] ?? 'processes', '.bpmn');
for (const [ name, text ] of diagrams) {
  const { rootElement } = await new BpmnModdle().fromXML(text);
  const reports = await new Linter({ config, resolver }).lint(rootElement);
  for (const [ rule, found ] of Object.entries(reports)) {
    faults.push(...found.map(({ category, id, message }) => `${name}: ${category} ${rule} ${id}: ${message}`));
  }
}

console.log(`${templates.length} templates, ${diagrams.length} diagrams, ${faults.length} faults`);
faults.forEach(fault => console.log(fault));
process.exitCode = faults.length ? 1 : 0;
