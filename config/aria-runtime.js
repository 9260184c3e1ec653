// Goes into the mini-program, before the app: the runtime numbers a component's attributes in alphabetical
// order and writes only the numbers into the page's data, so it has to know the same list as the templates.
import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './aria-attributes.json';

Object.keys(attributes).forEach(function (name) {
  var component = {};
  attributes[name].forEach(function (attribute) {
    component[attribute] = '';
  });
  mergeInternalComponents({ [name]: component });
});
