import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type ApiToken, ApiTokensService } from '#libs/accounts';
import { type Actor, scopes } from '#libs/kernel';
import { SignedIn } from '../http/access.decorator.js';
import { Answer } from '../http/answer.decorator.js';
import { fields } from '../http/form.js';
import { CurrentActor, Id } from '../http/params.decorator.js';

const date = z.iso.datetime({ offset: true });
const tokenForm = z.strictObject({
  name: fields.name,
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
  showId: z.uuid().nullish(),
  validFrom: date.nullish(),
  validUntil: date.nullish(),
});

const tokenAnswer = z
  .object({
    id: z.uuid(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    showId: z.uuid().nullable(),
    validFrom: z.iso.datetime(),
    validUntil: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Token' });
const tokensAnswer = z.object({ items: z.array(tokenAnswer) });
const newTokenAnswer = tokenAnswer.extend({ secret: z.string() }).meta({ id: 'NewToken' });

/** API tokens of the signed-in user; a token itself cannot come here (`abuse:A27`). */
@ApiTags('token')
@Controller('/api/v1/tokens')
export class TokenController {
  constructor(private readonly tokens: ApiTokensService) {}

  @SignedIn()
  @Get()
  @Answer(tokensAnswer)
  async list(@CurrentActor() actor: Actor): Promise<z.infer<typeof tokensAnswer>> {
    return { items: (await this.tokens.list(actor)).map(toAnswer) };
  }

  @SignedIn()
  @Post()
  @Answer(newTokenAnswer, 201, '`secret` is shown this once.')
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: tokenForm }) { name, scopes, showId, validFrom, validUntil }: z.infer<typeof tokenForm>,
  ): Promise<z.infer<typeof newTokenAnswer>> {
    const made = await this.tokens.create(actor, {
      name,
      scopes,
      ...(showId && { showId }),
      ...(validFrom && { validFrom: new Date(validFrom) }),
      ...(validUntil && { validUntil: new Date(validUntil) }),
    });
    return { ...toAnswer(made.token), secret: made.secret };
  }

  @SignedIn()
  @Delete(':tokenId')
  @Answer(undefined, 204)
  async revoke(@CurrentActor() actor: Actor, @Id('tokenId') tokenId: string): Promise<void> {
    await this.tokens.revoke(actor, tokenId);
  }
}

function toAnswer(token: ApiToken): z.infer<typeof tokenAnswer> {
  const { id, name, scopes, showId } = token;
  const iso = (at: Date | null) => at && at.toISOString();
  return {
    id,
    name,
    scopes,
    showId,
    validFrom: token.validFrom.toISOString(),
    validUntil: iso(token.validUntil),
    lastUsedAt: iso(token.lastUsedAt),
    createdAt: token.createdAt.toISOString(),
  };
}
