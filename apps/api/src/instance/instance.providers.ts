import { InstanceController } from './instance.controller.js';
import { OpenApiController } from './openapi.controller.js';

export const instanceControllers = [InstanceController, OpenApiController];
